namespace Ported.Contracts;

public sealed class PlaybackReport
{
    public required Guid ItemId { get; init; }

    public TimeSpan Position { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public IList<string> Chapters { get; init; } = [];
}
