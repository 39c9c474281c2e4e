/** Only our own code, pictures and connections; MapLibre runs its worker from a blob. */
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify from 'fastify';

const SETTINGS: FastifyHelmetOptions = {
  global: true,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      // Ant Design writes its styles at run time.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      childSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // The installation may stand in an office network without TLS; its proxy adds this.
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'same-origin' },
};

/** What the answer of any server says. */
const OF_EVERY_ANSWER = ['content-type', 'content-length', 'date', 'connection'];

/**
 * The headers that helmet would set. It works them out for each answer anew,
 * but ours are the same for all: one answer is asked for them at the start.
 */
export async function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const app = Fastify({ logger: false });
  await app.register(helmet, SETTINGS);
  app.get('/', async () => '');
  const { headers } = await app.inject('/');
  await app.close();
  const own = Object.entries(headers).filter(([name]) => !OF_EVERY_ANSWER.includes(name));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
