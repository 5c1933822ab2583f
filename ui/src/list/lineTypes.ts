/** Line types as people call them, in the order in which they are shown. */
export const LINE_TYPES: Record<string, string> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'landline or mobile',
  VOIP: 'VoIP',
  TOLL_FREE: 'toll-free',
  SHARED_COST: 'shared cost',
  PREMIUM_RATE: 'premium rate',
  PAGER: 'pager',
  PERSONAL_NUMBER: 'personal number',
  UAN: 'company number',
  VOICEMAIL: 'voicemail',
  UNKNOWN: 'unknown',
};

export function lineTypeOf(type: string): string {
  return LINE_TYPES[type] ?? type.toLowerCase();
}
