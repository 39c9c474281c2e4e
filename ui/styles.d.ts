/** Styles and addresses the bundler turns into something else. */
declare module '*.css';
declare module '*?url' {
  const address: string;
  export default address;
}
