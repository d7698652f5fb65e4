import { toCsv } from "./csv";

export interface CustomerSource {
  id: string;
  firstName: string;
  lastName: string;
  address: { street: string; extra?: string; city: string; province: string; country: string; zip: string };
  phone: string;
  tags?: string;
  note?: string;
}

/** Invented people. Ids are fixed, since demonstrations and tests sign in by them. */
export const CUSTOMERS = {
  amara: {
    id: "7100000000101",
    firstName: "Amara",
    lastName: "Okafor",
    phone: "+1 404 555 0142",
    tags: "VIP, newsletter",
    note: "Prefers parcels left with the concierge.",
    address: {
      street: "218 Peachtree Walk",
      extra: "Apt 6C",
      city: "Atlanta",
      province: "GA",
      country: "US",
      zip: "30309",
    },
  },
  jurgen: {
    id: "7100000000102",
    firstName: "Jürgen",
    lastName: "Weiß",
    phone: "+49 30 5550 0117",
    address: { street: "Kastanienallee 47", city: "Berlin", province: "", country: "DE", zip: "10119" },
  },
  maria: {
    id: "7100000000103",
    firstName: "María José",
    lastName: "Fernández-Ortiz",
    phone: "+34 910 555 021",
    address: {
      street: "Calle de las Huertas 12",
      extra: "3º B",
      city: "Madrid",
      province: "M",
      country: "ES",
      zip: "28012",
    },
  },
  lan: {
    id: "7100000000104",
    firstName: "Thị Lan",
    lastName: "Nguyễn",
    phone: "+1 408 555 0186",
    tags: "newsletter",
    address: {
      street: "1450 Willow Glen Way",
      city: "San Jose",
      province: "CA",
      country: "US",
      zip: "95125",
    },
  },
  zoe: {
    id: "7100000000105",
    firstName: "Zoë",
    lastName: "O'Connell",
    phone: "+353 1 555 0123",
    address: { street: "9 Portobello Road", city: "Dublin", province: "", country: "IE", zip: "D08 R2Y7" },
  },
  yuki: {
    id: "7100000000106",
    firstName: "Yuki",
    lastName: "Tanaka",
    phone: "+1 206 555 0171",
    tags: "wholesale enquiry",
    address: {
      street: "3316 Fremont Avenue N",
      city: "Seattle",
      province: "WA",
      country: "US",
      zip: "98103",
    },
  },
  priya: {
    id: "7100000000107",
    firstName: "Priya",
    lastName: "Raghunathan",
    phone: "+1 312 555 0109",
    tags: "newsletter",
    address: {
      street: "640 W Briar Place",
      extra: "Unit 2",
      city: "Chicago",
      province: "IL",
      country: "US",
      zip: "60657",
    },
  },
  omar: {
    id: "7100000000108",
    firstName: "Omar",
    lastName: "El-Sayed",
    phone: "+1 416 555 0134",
    address: {
      street: "77 Roncesvalles Avenue",
      city: "Toronto",
      province: "ON",
      country: "CA",
      zip: "M6R 2K6",
    },
  },
  chloe: {
    id: "7100000000109",
    firstName: "Chloé",
    lastName: "Lefèvre",
    phone: "+33 4 55 50 01 28",
    address: { street: "14 rue de la Charité", city: "Lyon", province: "", country: "FR", zip: "69002" },
  },
  lucas: {
    id: "7100000000110",
    firstName: "Lucas",
    lastName: "Almeida",
    phone: "+351 21 555 0176",
    address: { street: "Rua da Bica 31", city: "Lisboa", province: "", country: "PT", zip: "1200-054" },
  },
  giulia: {
    id: "7100000000111",
    firstName: "Giulia",
    lastName: "Conti",
    phone: "+39 02 5550 0193",
    tags: "newsletter",
    address: { street: "Via Savona 58", city: "Milano", province: "MI", country: "IT", zip: "20144" },
  },
  grace: {
    id: "7100000000112",
    firstName: "Grace",
    lastName: "Walker",
    phone: "+44 20 7946 0155",
    address: { street: "23 Lavender Hill", city: "London", province: "", country: "GB", zip: "SW11 5QN" },
  },
} satisfies Record<string, CustomerSource>;

export type CustomerKey = keyof typeof CUSTOMERS;

/** Bought once, without an account. */
export const GUEST: Omit<CustomerSource, "id"> = {
  firstName: "Sam",
  lastName: "Whitfield",
  phone: "+1 512 555 0160",
  address: { street: "905 Rio Grande Street", city: "Austin", province: "TX", country: "US", zip: "78701" },
};

/** "María José" "Fernández-Ortiz" becomes maria.jose.fernandez.ortiz@example.com. */
export function emailOf({ firstName, lastName }: Pick<CustomerSource, "firstName" | "lastName">): string {
  const plain = `${firstName} ${lastName}`
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}|'/gu, "");
  return `${plain.replace(/[^a-z]+/g, ".")}@example.com`;
}

const COLUMNS = [
  "Customer ID",
  "First Name",
  "Last Name",
  "Email",
  "Accepts Email Marketing",
  "Default Address Address1",
  "Default Address Address2",
  "Default Address City",
  "Default Address Province Code",
  "Default Address Country Code",
  "Default Address Zip",
  "Phone",
  "Total Spent",
  "Total Orders",
  "Note",
  "Tax Exempt",
  "Tags",
] as const;

/** `spent` gives a customer's total in dollars and number of orders, since the export repeats them. */
export function customersCsv(spent: (email: string) => { total: string; orders: number }): string {
  return toCsv(
    COLUMNS,
    Object.values<CustomerSource>(CUSTOMERS).map((customer) => ({
      "Customer ID": customer.id,
      "First Name": customer.firstName,
      "Last Name": customer.lastName,
      Email: emailOf(customer),
      "Accepts Email Marketing": customer.tags?.includes("newsletter") ? "yes" : "no",
      "Default Address Address1": customer.address.street,
      "Default Address Address2": customer.address.extra ?? "",
      "Default Address City": customer.address.city,
      "Default Address Province Code": customer.address.province,
      "Default Address Country Code": customer.address.country,
      "Default Address Zip": customer.address.zip,
      Phone: customer.phone,
      "Total Spent": spent(emailOf(customer)).total,
      "Total Orders": String(spent(emailOf(customer)).orders),
      Note: customer.note ?? "",
      "Tax Exempt": "no",
      Tags: customer.tags ?? "",
    })),
  );
}
