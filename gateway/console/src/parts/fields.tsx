import { createContext, useContext, useEffect, useId, useRef, type HTMLInputTypeAttribute, type ReactNode } from 'react';
import type { Problem } from '../api/problem';

/** What is wrong, by the field it is about, as `providers[0].url`. */
export type Errors = Readonly<Record<string, string>>;

/** What the fields inside are told to be wrong. */
export const Places = createContext<Errors>({});

/** What a refusal says of single fields. */
export function placesOf(problem: Problem): Errors {
  return Object.fromEntries(problem.errors.map(({ field, message }) => [field, message]));
}

interface Common {
  label: string;
  /** Its place in what is sent, and its name in a form. */
  at: string;
  /** Kept by who shows it, who is told of changes. */
  value?: string;
  change?: (value: string) => void;
  /** What it begins with, where the form alone knows what became of it. */
  first?: string;
  hint?: ReactNode;
  optional?: boolean;
}

/** A label, what it takes, and what is wrong with it, said to everybody. */
function Field({
  label,
  at,
  hint,
  optional,
  children,
}: Pick<Common, 'label' | 'at' | 'hint' | 'optional'> & {
  children: (id: string, aria: { 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode;
}) {
  const id = useId();
  const error = useContext(Places)[at];
  const told = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && ' (optional)'}
      </label>
      {children(id, { 'aria-invalid': error !== undefined, 'aria-describedby': told === '' ? undefined : told })}
      {error !== undefined && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

function bound({ value, change, first }: Pick<Common, 'value' | 'change' | 'first'>) {
  return change === undefined
    ? { defaultValue: first }
    : { value: value ?? '', onChange: (event: { target: { value: string } }) => change(event.target.value) };
}

export function TextField({
  type = 'text',
  inputMode,
  longest,
  suggestions,
  required = false,
  ...common
}: Common & {
  type?: HTMLInputTypeAttribute;
  inputMode?: 'numeric' | 'url' | 'email';
  longest?: number;
  suggestions?: readonly string[];
  /** Whether the browser itself refuses nothing, as in dialogs. */
  required?: boolean;
}) {
  const list = useId();
  return (
    <Field {...common}>
      {(id, aria) => (
        <>
          <input
            id={id}
            name={common.at}
            type={type}
            inputMode={inputMode}
            maxLength={longest}
            list={suggestions === undefined ? undefined : list}
            required={required}
            autoComplete="off"
            spellCheck={false}
            {...bound(common)}
            {...aria}
          />
          {suggestions !== undefined && (
            <datalist id={list}>
              {suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

export function LongField({ rows = 4, longest, code = false, required = false, ...common }: Common & { rows?: number; longest?: number; code?: boolean; required?: boolean }) {
  return (
    <Field {...common}>
      {(id, aria) => (
        <textarea
          id={id}
          name={common.at}
          rows={rows}
          maxLength={longest}
          className={code ? 'code' : undefined}
          spellCheck={!code}
          required={required}
          {...bound(common)}
          {...aria}
        />
      )}
    </Field>
  );
}

export function ChoiceField({ options, ...common }: Common & { options: readonly (readonly [value: string, name: string])[] }) {
  return (
    <Field {...common}>
      {(id, aria) => (
        <select id={id} name={common.at} {...bound(common)} {...aria}>
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Several of the same; whoever adds one goes on in it. */
export function Many<T>({
  title,
  one,
  at,
  items,
  change,
  make,
  least = 0,
  most = 16,
  children,
}: {
  title: string;
  /** What one of them is called. */
  one: string;
  at: string;
  items: readonly T[];
  change: (items: T[]) => void;
  make: () => T;
  least?: number;
  most?: number;
  children: (item: T, set: (changed: Partial<T>) => void, at: string) => ReactNode;
}) {
  const whole = useRef<HTMLDivElement>(null);
  const count = useRef(items.length);
  const error = useContext(Places)[at];
  useEffect(() => {
    const rows = whole.current?.querySelectorAll('fieldset');
    if (items.length > count.current) {
      rows?.item(rows.length - 1).querySelector<HTMLElement>('input, select, textarea')?.focus();
    } else if (items.length < count.current) {
      whole.current?.querySelector<HTMLElement>('.add')?.focus();
    }
    count.current = items.length;
  }, [items.length]);

  return (
    <div className="many" ref={whole} role="group" aria-label={title}>
      <h3>{title}</h3>
      {error !== undefined && <p className="error">{error}</p>}
      {items.map((item, place) => (
        <fieldset key={place}>
          <legend>
            {one} {place + 1}
          </legend>
          {children(
            item,
            (changed) => change(items.map((each, index) => (index === place ? { ...each, ...changed } : each))),
            `${at}[${place}]`,
          )}
          {items.length > least && (
            <button type="button" className="remove" onClick={() => change(items.filter((_, index) => index !== place))}>
              Remove<span className="hidden"> {`${one} ${place + 1}`}</span>
            </button>
          )}
        </fieldset>
      ))}
      {items.length < most && (
        <button type="button" className="add" onClick={() => change([...items, make()])}>
          Add {items.length === 0 ? 'a' : 'another'} {one.toLowerCase()}
        </button>
      )}
    </div>
  );
}
