using Ported.Contracts;
using TaskGen;

namespace Ported.Jobs.Vault;

/// <summary>Checks licenses, with a client and with sensitive values.</summary>
/// <param name="client">The client.</param>
public sealed class LicenseTasks(HttpClient client)
{
    /// <summary>Checks a license.</summary>
    /// <param name="installation">The name of the installation.</param>
    /// <param name="licenseKey">The key.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The state of the license.</returns>
    [Task(Name = "licenses.check", Retry = 1, RetryBaseDelaySeconds = 0.01)]
    public async Task<LicenseState> Check(string installation, [Sensitive] string licenseKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://licenses.example/{installation}"));
        request.Headers.Add("X-License", licenseKey);
        using var response = await client.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? LicenseState.Valid : LicenseState.Expired;
    }

    /// <summary>Renews a license.</summary>
    /// <param name="request">The license.</param>
    /// <returns>The new key.</returns>
    [Task(Name = "licenses.renew")]
    [return: Sensitive]
    public static string Renew(LicenseRequest request) => $"{request.Key}-{request.Expires:yyyy}";

    /// <summary>Replaces a secret.</summary>
    /// <param name="credential">The secret and its user.</param>
    /// <param name="at">The time of the change.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The length of the secret.</returns>
    [Task(Name = "licenses.rotate_secret", SoftTimeLimitSeconds = 5, TimeLimitSeconds = 10)]
    public static async Task<int> RotateSecret(Credential credential, TimeOnly at = default, CancellationToken cancellationToken = default)
    {
        await Task.Delay(at.ToTimeSpan(), cancellationToken);
        return credential.Secret.Length;
    }
}
