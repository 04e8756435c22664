namespace Ported.Contracts;

public sealed record Page<T>(IReadOnlyList<T> Items, int Total);
