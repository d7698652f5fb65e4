import type { AddressData } from "../../model";
import { globalId } from "./scalars";
import type { View } from "./view-context";

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** `ownerId` is the numeric id of the order or customer whose address it is. */
export function viewAddress(address: AddressData | null, ownerId: string): View | null {
  if (!address) return null;
  const country = countryName(address.countryCode);
  const [firstName = "", ...lastNames] = address.name.split(" ");
  const area = [address.city, address.provinceCode, country].filter(Boolean).join(", ");
  const lines = [
    address.address1,
    address.address2,
    [address.city, address.provinceCode, address.zip].join(" ").trim(),
  ];
  return {
    __typename: "MailingAddress",
    id: globalId("MailingAddress", ownerId),
    name: address.name || null,
    firstName: firstName || null,
    lastName: lastNames.join(" ") || null,
    company: null,
    address1: address.address1 || null,
    address2: address.address2 || null,
    city: address.city || null,
    zip: address.zip || null,
    provinceCode: address.provinceCode || null,
    province: address.provinceCode || null,
    country,
    countryCode: country ? address.countryCode : null,
    countryCodeV2: country ? address.countryCode : null,
    phone: address.phone || null,
    formattedArea: area || null,
    formatted: ({ withName = false }: { withName?: boolean }) =>
      [withName ? address.name : "", ...lines, country ?? ""].filter(Boolean),
    coordinatesValidated: false,
    latitude: null,
    longitude: null,
  };
}

function countryName(code: string): string | null {
  return /^[A-Z]{2}$/.test(code) ? (REGIONS.of(code) ?? null) : null;
}
