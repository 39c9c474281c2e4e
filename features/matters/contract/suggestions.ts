/** Suggestions about the system itself. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { SuggestionId } from '#kernel/ids.ts';
import { TEXT_LIMIT } from '../rules/action-input.ts';
import { id, instant, tenantParams } from './fields.ts';

const suggestionText = z.string().trim().min(1).max(TEXT_LIMIT);

const Suggestion = z.object({
  number: z.string(),
  text: z.string(),
  sentAt: instant,
  /** Empty until it is answered. */
  answer: z.string(),
  answeredAt: instant.nullable(),
});

export const StoredSuggestion = Suggestion.extend({
  suggestionId: id<SuggestionId>(),
  version: z.int(),
  from: z.enum(['public', 'staff']),
});
export type StoredSuggestion = z.output<typeof StoredSuggestion>;

export const suggest = endpoint({
  id: 'matters.suggest',
  method: 'POST',
  path: '/api/t/:tenant/suggestions',
  kind: 'command',
  audience: 'public',
  summary: 'A suggestion about the system itself; no account is needed',
  params: tenantParams,
  body: z.object({ text: suggestionText }),
  answer: z.object({ number: z.string(), followKey: z.string() }),
  refusals: ['request.too_many'],
});

export const followSuggestion = endpoint({
  id: 'matters.follow_suggestion',
  method: 'POST',
  path: '/api/t/:tenant/suggestions/follow',
  kind: 'read',
  audience: 'public',
  summary: 'A suggestion and its answer, for whoever has its number and key',
  params: tenantParams,
  body: z.object({ number: z.string().trim().max(30), key: z.string().trim().max(60) }),
  answer: Suggestion,
  refusals: ['suggestion.unknown', 'request.too_many'],
});

export const suggestAsStaff = endpoint({
  id: 'matters.suggest_as_staff',
  method: 'POST',
  path: '/api/suggestions',
  kind: 'command',
  audience: 'signed_in',
  summary: 'A suggestion about the system by a member of staff',
  body: z.object({ text: suggestionText }),
  answer: z.object({ number: z.string() }),
});

export const ownSuggestions = endpoint({
  id: 'matters.own_suggestions',
  method: 'GET',
  path: '/api/suggestions/own',
  kind: 'read',
  audience: 'signed_in',
  summary: 'My suggestions about the system with their answers, the latest first',
  answer: z.object({ items: z.array(Suggestion) }),
});

export const listSuggestions = endpoint({
  id: 'matters.suggestions',
  method: 'GET',
  path: '/api/suggestions',
  kind: 'read',
  audience: ['system_admin'],
  summary: 'Suggestions about the system: the unanswered first, at most 200',
  answer: z.object({ items: z.array(StoredSuggestion) }),
});

export const answerSuggestion = endpoint({
  id: 'matters.answer_suggestion',
  method: 'POST',
  path: '/api/suggestions/:suggestionId/answer',
  kind: 'command',
  audience: ['system_admin'],
  summary: 'Answers a suggestion; a second answer takes the place of the first',
  params: z.object({ suggestionId: id<SuggestionId>() }),
  body: z.object({ version: z.int().min(1), text: suggestionText }),
  answer: z.object({ version: z.int() }),
  refusals: ['suggestion.unknown', 'command.stale'],
});
