import type { Company } from './cast.ts';

/** The employer of several people here, so that the screens of a demo hang together. */
export const brightfjord: Company = {
  name: 'Brightfjord Systems',
  handle: 'brightfjord-systems',
  id: '90210417',
  space: 'company',
  tagline: 'Quiet software for busy harbours.',
  industry: 'Software Development',
  employees: '201-500',
  headquarters: 'Bergen, Vestland',
  website: 'https://www.brightfjord.example/',
  phone: '+47 55 55 01 20',
  founded: '2009',
  followers: 18_432,
  about:
    'Brightfjord Systems plans berths, cranes and crews for ports on five continents. Our planners see the next ' +
    'seventy-two hours of a harbour on one screen, and our customers load ships a fifth faster with the crews ' +
    'they have.\n\nWe are 340 people in Bergen, Rotterdam and Halifax, owned by those who work here.',
  specialties: ['Port planning', 'Terminal operating systems', 'Crew scheduling', 'Maritime data'],
};

export const brightfjordMarine: Company = {
  name: 'Brightfjord Marine Data',
  handle: 'brightfjord-marine-data',
  id: '90310552',
  space: 'showcase',
  tagline: 'Tides, depths and delays as an open feed.',
  industry: 'IT Services and IT Consulting',
  employees: '11-50',
  headquarters: 'Halifax, Nova Scotia',
  website: 'https://data.brightfjord.example/',
  founded: '2019',
  followers: 2_310,
  about:
    'The data team of Brightfjord Systems publishes what harbours measure, hour by hour, for anyone to use.',
  specialties: ['Open data', 'Hydrography'],
};

export const pellworth: Company = {
  name: 'Pellworth University',
  handle: 'pellworth-university',
  id: '3310088',
  space: 'school',
  tagline: 'Learning by the water since 1868.',
  industry: 'Higher Education',
  employees: '1001-5000',
  headquarters: 'Pellworth, Ostmark',
  website: 'https://www.pellworth.example/',
  phone: '+44 1632 960 114',
  founded: '1868',
  followers: 212_907,
  about:
    'Pellworth University teaches engineering, law and the arts to 14,000 students in a harbour town, and has ' +
    'done so for more than 150 years.',
  specialties: ['Naval architecture', 'Law', 'Fine arts'],
};

export const marlowick: Company = {
  name: 'Marlowick Spedition GmbH & Co. KG',
  handle: 'marlowick-spedition',
  id: '71455093',
  space: 'company',
  tagline: 'Fracht, die ankommt.',
  industry: 'Transport, Logistik, Lieferkette und Lagerhaltung',
  employees: '1001-5000',
  headquarters: 'Bremen, Bremen',
  website: 'https://www.marlowick.example/',
  phone: '+49 421 5550 770',
  founded: '1954',
  followers: 41_060,
  about:
    'Marlowick bewegt seit 1954 Stückgut und Container zwischen Bremen, Danzig und Porto. 2.300 Menschen fahren, ' +
    'verladen und planen bei uns.',
  specialties: ['Stückgut', 'Kontraktlogistik', 'Zoll'],
};

export const quandelo: Company = {
  name: 'Quandelo Health',
  handle: 'quandelo-health',
  id: '88004127',
  space: 'company',
  tagline: 'Clinics that call you back.',
  industry: 'Hospitals and Health Care',
  employees: '10001+',
  headquarters: 'Toronto, Ontario',
  website: 'https://www.quandelo.example/',
  founded: '1997',
  followers: 1_204_551,
  about: 'Quandelo Health runs 212 clinics and one promise: whoever calls before noon is seen the same day.',
  specialties: ['Primary care', 'Telemedicine'],
};

export const tessarine: Company = {
  name: 'Tessarine Press',
  handle: 'tessarine-press',
  id: '64120998',
  space: 'company',
  industry: 'Book Publishing',
  employees: '11-50',
  headquarters: 'Leeds, England',
  website: 'https://www.tessarine.example/',
  followers: 3_902,
};

export const hoshimura: Company = {
  name: '星村計測株式会社',
  handle: 'hoshimura-keisoku',
  id: '77001932',
  space: 'company',
  industry: '産業機械製造',
  employees: '501-1000',
  headquarters: '京都府',
  followers: 5_120,
};

export const saharaSun: Company = {
  name: 'شمس الواحة للطاقة',
  handle: 'shams-alwaha',
  id: '80551276',
  space: 'company',
  industry: 'الطاقة المتجددة',
  employees: '201-500',
  headquarters: 'أبوظبي',
  followers: 9_871,
};
