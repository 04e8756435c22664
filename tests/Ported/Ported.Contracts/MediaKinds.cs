namespace Ported.Contracts;

[Flags]
public enum MediaKinds
{
    None = 0,
    Video = 1,
    Music = 2,
    Photos = 4,
    Books = 8,
}
