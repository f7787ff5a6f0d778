/** The two ways in which workbooks count days: from 1900, as most do, and from 1904, as those of old Macs do. */

/** Days between the serials of the 1904 and the 1900 date system. */
export const DATE_1904_OFFSET = 1462;
