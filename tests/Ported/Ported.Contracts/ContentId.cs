namespace Ported.Contracts;

public readonly record struct ContentId(Guid Value);
