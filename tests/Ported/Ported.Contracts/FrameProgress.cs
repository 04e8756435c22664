namespace Ported.Contracts;

public readonly record struct FrameProgress(Guid ItemId, double Share);
