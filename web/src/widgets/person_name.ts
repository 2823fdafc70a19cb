/// The name of the person of a case; null while it is being fetched.
import { people } from "../api/http";
import { useLoaded } from "./loaded";

export function usePersonName(caseId: string): string | null {
  const { value, refused } = useLoaded(people);
  if (refused) return "This person";
  if (!value || !caseId) return null;
  return value.find((person) => person.id === caseId)?.name ?? "This person";
}
