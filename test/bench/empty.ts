/** A program that does nothing but answer: what the start-up of the command line is held against. */
const answer: string = '';
process.stdout.write(answer);
