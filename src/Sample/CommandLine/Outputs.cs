using System.Net;

namespace TaskGen.Sample;

/// <summary>Where mail and reports go. What is null is left to the command.</summary>
/// <param name="Smtp">An SMTP server.</param>
/// <param name="Mail">A folder, where there is no server.</param>
/// <param name="Reports">A folder.</param>
internal sealed record Outputs(DnsEndPoint? Smtp, string? Mail, string? Reports)
{
    /// <summary>Puts folders in for what is not given.</summary>
    /// <param name="folder">The folder to put them in.</param>
    /// <returns>The same, with both folders.</returns>
    public Outputs In(string folder) =>
        this with { Mail = Mail ?? Path.Combine(folder, "mail"), Reports = Reports ?? Path.Combine(folder, "reports") };
}
