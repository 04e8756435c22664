namespace Ported.Contracts;

[Flags]
public enum AccessRights : byte
{
    None = 0,
    Read = 1,
    Write = 2,
    Share = 4,
    Manage = 8,
}
