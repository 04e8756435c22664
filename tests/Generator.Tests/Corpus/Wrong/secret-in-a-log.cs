// The token of a user in the log of every worker (Hangfire#474, celery#2808).
using Microsoft.Extensions.Logging;

public sealed class TokenTasks(ILogger<TokenTasks> logger)
{
    [Task(Name = "tokens.renew")]
    public void Renew(int user, [Sensitive] string token) => logger.LogInformation("Renews {Token} of {User}", [|TG0306:token|], user);
}
