namespace Ported.Contracts;

public readonly record struct Money(decimal Amount, string Currency);
