/** The three files of service requests: where they are from and what their columns are called. */
import type { CsvSource } from './count-csv.ts';

export interface Source extends CsvSource {
  readonly name: 'san-francisco' | 'baltimore' | 'new-york';
  readonly timeZone: string;
}

export const SOURCES: readonly Source[] = [
  {
    name: 'san-francisco',
    timeZone: 'America/Los_Angeles',
    key: 'unique_key',
    opened: 'created_date',
    closed: 'closed_date',
    status: 'status',
    group: 'category',
    category: 'complaint_type',
    agency: 'agency_name',
    lng: 'longitude',
    lat: 'latitude',
    zone: 'America/Los_Angeles',
  },
  {
    name: 'baltimore',
    timeZone: 'America/New_York',
    key: 'SRRecordID',
    opened: 'CreatedDate',
    closed: 'CloseDate',
    due: 'DueDate',
    status: 'SRStatus',
    category: 'SRType',
    agency: 'Agency',
    lng: 'Longitude',
    lat: 'Latitude',
  },
  {
    name: 'new-york',
    timeZone: 'America/New_York',
    key: 'Unique Key',
    opened: 'Created Date',
    closed: 'Closed Date',
    due: 'Due Date',
    status: 'Status',
    group: 'Complaint Type',
    category: 'Descriptor',
    agency: 'Agency Name',
    lng: 'Longitude',
    lat: 'Latitude',
  },
];
