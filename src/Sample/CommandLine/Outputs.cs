using System.Net;

namespace TaskGen.Sample;

/// <summary>
/// Specifies the destinations of mail and reports. If a destination is <see langword="null"/>, the command chooses a default.
/// </summary>
/// <param name="Smtp">The name and port of an SMTP server.</param>
/// <param name="Mail">The folder for mail, if there is no server.</param>
/// <param name="Reports">The folder for reports.</param>
internal sealed record Outputs(DnsEndPoint? Smtp, string? Mail, string? Reports)
{
    /// <summary>Replaces missing folders with subfolders of the specified folder.</summary>
    /// <param name="folder">The folder that contains the subfolders.</param>
    /// <returns>The destinations with both folders.</returns>
    public Outputs In(string folder) =>
        this with { Mail = Mail ?? Path.Combine(folder, "mail"), Reports = Reports ?? Path.Combine(folder, "reports") };
}
