using TaskGen;

namespace Ported.Contracts;

public sealed class LicenseRequest(string installation, string key, DateOnly expires)
{
    public string Installation { get; } = installation;

    [Sensitive]
    public string Key { get; } = key;

    public DateOnly Expires { get; } = expires;
}
