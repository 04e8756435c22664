namespace Ported.Contracts;

public enum ImageFormat : byte
{
    Jpeg,
    Png,
    WebP,
}
