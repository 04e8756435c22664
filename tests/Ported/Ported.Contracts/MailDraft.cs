namespace Ported.Contracts;

public sealed class MailDraft
{
    public required string To { get; init; }

    public string Subject { get; init; } = "(none)";

    public IReadOnlyCollection<string> Cc { get; init; } = [];

    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
