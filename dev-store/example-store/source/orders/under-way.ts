import type { OrderSource } from "../order-source";

/** The latest, most of them still on their way. */
export const UNDER_WAY: OrderSource[] = [
  {
    number: 1028,
    by: "maria",
    day: -19,
    time: "08:52",
    lines: [
      ["BSC-SLA", 1],
      ["PHP-CLA", 1],
    ],
    parcels: [{ by: "DHL Express", status: "delivered", shipped: -17, expected: -9, delivered: -10 }],
  },
  {
    number: 1029,
    by: "giulia",
    day: -15,
    time: "21:38",
    lines: [
      ["LTP-SLA-45L", 1],
      ["DSB-MID-REG", 1],
      ["GCL-MOS", 1],
    ],
    parcels: [
      {
        by: "DHL Express",
        status: "delivered",
        shipped: -13,
        expected: -4,
        delivered: -5,
        skus: ["LTP-SLA-45L"],
      },
      { by: "DHL Express", status: "in_transit", shipped: -8, expected: 2, skus: ["DSB-MID-REG", "GCL-MOS"] },
    ],
  },
  {
    number: 1030,
    by: "zoe",
    day: -13,
    time: "15:57",
    lines: [["FMS-PLU-M", 1]],
    parcels: [{ by: "Royal Mail", status: "attempted_delivery", shipped: -11, expected: -1 }],
  },
  {
    number: 1031,
    by: "omar",
    day: -12,
    time: "18:50",
    lines: [["KDJ-CHA-L", 1]],
    parcels: [{ by: "Canada Post", status: "delayed", shipped: -10, expected: 3 }],
    note: "Carrier reports snow at the sorting centre.",
  },
  {
    number: 1032,
    by: "yuki",
    day: -6,
    time: "04:44",
    lines: [
      ["PCC-FER", 2],
      ["SWH-CLA", 1],
    ],
    parcels: [{ by: "UPS", status: "in_transit", shipped: -4, expected: 1, skus: ["PCC-FER"] }],
    tags: "part shipped",
    note: "Hammock follows from the second warehouse.",
  },
  {
    number: 1033,
    by: "amara",
    day: -5,
    time: "20:29",
    lines: [
      ["FDB-MID-40L", 1],
      ["FTO-SAG", 1],
      ["BIB-MOS-1L", 1],
    ],
    parcels: [
      { by: "UPS", status: "delivered", shipped: -4, expected: -1, delivered: -1, skus: ["FDB-MID-40L"] },
      { by: "USPS", status: "out_for_delivery", shipped: -4, expected: 0, skus: ["FTO-SAG", "BIB-MOS-1L"] },
    ],
  },
  {
    number: 1034,
    by: "jurgen",
    day: -5,
    time: "21:18",
    lines: [
      ["HFJ-SLA-L", 1],
      ["BLS-SLA", 1],
    ],
    parcels: [{ by: "DHL Express", status: "in_transit", shipped: -3, expected: 6 }],
  },
  {
    number: 1035,
    by: "guest",
    day: -5,
    time: "22:06",
    lines: [
      ["FCS-26CM", 1],
      ["HAP-MID", 1],
    ],
    parcels: [{ by: "UPS", status: "in_transit", shipped: -3, expected: 2 }],
  },
  {
    number: 1036,
    by: "maria",
    day: -4,
    time: "12:43",
    lines: [
      ["WDP-CHA-18L", 1],
      ["BIB-STE-750ML", 1],
    ],
    parcels: [{ by: "DHL Express", status: "delayed", shipped: -3, expected: 8 }],
  },
  {
    number: 1037,
    by: "amara",
    day: -3,
    time: "14:12",
    lines: [
      ["HRJ-OCH-M", 1],
      ["SMB-CHA", 1],
    ],
    parcels: [{ by: "UPS", status: "in_transit", shipped: -2, expected: 2 }],
  },
  {
    number: 1038,
    by: "priya",
    day: -2,
    time: "09:27",
    lines: [
      ["CPS-ROS-S", 1],
      ["LFJ-FER", 2],
    ],
    express: true,
    parcels: [{ by: "FedEx", status: "confirmed", shipped: 0, expected: 1 }],
  },
  {
    number: 1039,
    by: "lan",
    day: -1,
    time: "23:40",
    lines: [
      ["DKR-SKY-110-116", 1],
      ["BKB-OCH-4-8YEARS", 1],
    ],
  },
  {
    number: 1040,
    by: "chloe",
    day: 0,
    time: "07:55",
    lines: [
      ["LTL-CHA", 1],
      ["SBC-LAR", 1],
    ],
    payment: "Bank Deposit",
    unpaid: true,
  },
];
