namespace Ported.Contracts;

public sealed record DirectoryUser(string Email, string? Name, bool Disabled);
