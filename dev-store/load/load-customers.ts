import type { AddressData, CustomerData, LoadProblem } from "../model";
import { collectRows } from "./collect-rows";
import type { CsvRow, CsvTable } from "./csv-table";
import { deterministicId, parseId, parseTags, RowError } from "./fields";

export function loadCustomers(table: CsvTable): { customers: CustomerData[]; problems: LoadProblem[] } {
  const customers = new Map<string, CustomerData>();
  const emails = new Set<string>();
  const problems = collectRows(table, "customers_export.csv", (row) => {
    const customer = readCustomer(row);
    const email = customer.email.toLowerCase();
    if (customers.has(customer.id)) throw new RowError("Customer ID is in the file twice.");
    if (email && emails.has(email)) throw new RowError("Email is in the file twice.");
    customers.set(customer.id, customer);
    emails.add(email);
  });
  return { customers: [...customers.values()], problems };
}

function readCustomer(row: CsvRow): CustomerData {
  const email = row.get("Email");
  const phone = row.get("Phone").replace(/^'/, "");
  const givenId = row.get("Customer ID");
  const id = givenId ? parseId(givenId) : deterministicId("customer", email.toLowerCase() || phone);
  if (!id) throw new RowError("Customer ID is not a number.");
  if (!givenId && !email && !phone) throw new RowError("Customer ID, Email and Phone are all missing.");
  if (email && !/^[^\s@]+@[^\s@]+$/.test(email)) throw new RowError("Email is not an email address.");
  const firstName = row.get("First Name");
  const lastName = row.get("Last Name");
  return {
    id,
    firstName,
    lastName,
    email,
    phone,
    tags: parseTags(row.get("Tags")),
    note: row.get("Note"),
    locale: row.get("Locale") || "en",
    defaultAddress: readAddress(row, `${firstName} ${lastName}`.trim(), phone),
  };
}

function readAddress(row: CsvRow, name: string, phone: string): AddressData | null {
  const cell = (column: string) => row.get(`Default Address ${column}`);
  if (!cell("Address1") && !cell("City") && !cell("Country Code")) return null;
  return {
    name,
    address1: cell("Address1"),
    address2: cell("Address2"),
    city: cell("City"),
    provinceCode: cell("Province Code"),
    countryCode: cell("Country Code"),
    zip: cell("Zip").replace(/^'/, ""),
    phone: cell("Phone") || phone,
  };
}
