namespace Ported.Contracts;

public sealed record ScanOptions(
    bool Deep = false, int MaxDepth = 8, MediaKinds Kinds = MediaKinds.Video | MediaKinds.Music, string? Filter = null);
