// A secret that is used, not shown.
using System.Net.Http;
using Microsoft.Extensions.Logging;

public sealed class TokenTasks(ILogger<TokenTasks> logger, HttpClient http)
{
    [Task(Name = "tokens.renew")]
    public async Task Renew(int user, [Sensitive] string token, CancellationToken cancellationToken)
    {
        logger.LogInformation("Renews the token of {User}", user);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://example.org/renew");
        request.Headers.Add("Authorization", token);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
