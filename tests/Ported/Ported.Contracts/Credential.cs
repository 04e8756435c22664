using TaskGen;

namespace Ported.Contracts;

public sealed class Credential
{
    public required string User { get; init; }

    [Sensitive]
    public required string Secret { get; init; }
}
