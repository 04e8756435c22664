namespace Ported.Contracts;

public sealed record SyncReport(int Added, int Disabled, IReadOnlyDictionary<Guid, AccessRights> Grants);
