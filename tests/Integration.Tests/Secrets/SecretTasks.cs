using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskGen;

namespace Integration.Tests.Secrets;

/// <summary>Tasks that are as careless as they can be with what they are given.</summary>
/// <param name="world">Where they tell the test what they got.</param>
internal sealed class SecretTasks(SecretWorld world)
{
    [Task(Name = "secrets.run", Retry = 1, RetryBaseDelaySeconds = 0.05, TimeLimitSeconds = 2)]
    [return: Sensitive]
    public async Task<SecretResult> Run(
        string mode, [Sensitive] string token, [Sensitive] long account, [Sensitive] Guid session, [Sensitive] DateOnly born,
        SecretOrder order, [Sensitive] IReadOnlyList<string> items, [Sensitive] string input, ITaskProgress<SecretDetail> progress,
        TaskContext context, CancellationToken cancellationToken)
    {
        world.Receive(token, account, session, born, order.Cards[0].Number, order.Addresses["home"].Street, items[0], input);
        var text = world.Canaries.Careless;
        Log(context.Logger, text, token, account, order, items);
        progress.Report(1, 2, text, new SecretDetail { Text = text, Number = account, Session = session, Marked = "marked by its type" });
        switch (mode)
        {
            case "reject":
                throw new TaskRejectedException(text);
            case "retry":
                throw new TaskRetryException(TimeSpan.FromMilliseconds(50), text);
            case "dispose":
                context.Services.GetRequiredService<LeakyService>().Text = $"{text} {world.Canaries.Result}";
                return new SecretResult { Text = world.Canaries.Result };
            case "both":
                context.Services.GetRequiredService<LeakyService>().Text = text;
                throw new LeakException(text);
            case "result":
                return new SecretResult { Text = world.Canaries.Result, Fails = true };
            case "large":
                return new SecretResult { Text = world.Canaries.Result + new string('x', 2_000_000) };
            case "cancel":
                await using (cancellationToken.Register(() => throw new LeakException(text)))
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }

                throw new LeakException(text);
            case "limit":
                await Task.Delay(TimeSpan.FromSeconds(30), CancellationToken.None);
                throw new LeakException(text);
            case "succeed":
                return new SecretResult { Text = world.Canaries.Result };
            default:
                throw new LeakException(text, new AggregateException(text, new LeakException(text)));
        }
    }

    /// <summary>The same where nothing is marked: it proves that what the test reads is where a secret would be.</summary>
    [Task(Name = "secrets.plain")]
    public void Plain(string token, ITaskProgress<SecretDetail> progress, TaskContext context)
    {
        world.Receive(token);
        Log(context.Logger, token, token, 0, null, [token]);
        progress.Report(1, 2, token, new SecretDetail { Text = token });
        throw new LeakException(token, new LeakException(token));
    }

    [Task(Name = "secrets.make")]
    [return: Sensitive]
    public string Make() => world.Canaries.Input;

    [Task(Name = "secrets.consume")]
    public void Consume([Sensitive] string input, TaskContext context)
    {
        world.Receive(input);

        // The test checks that the runtime masks a value that leaks into an exception, which the analyzer reports here.
#pragma warning disable TG0306
        throw new LeakException($"Not {input}");
#pragma warning restore TG0306
    }

    [Task(Name = "secrets.mourn")]
    public string Mourn(TaskFailure failure) => $"{failure}";

    // On purpose, and with messages that are not made to be quick.
#pragma warning disable CA1848, CA1873, CA2254, TG0306
    private static void Log(ILogger logger, string text, string token, long account, SecretOrder? order, IReadOnlyList<string> items)
    {
        using var scope = logger.BeginScope("scope {Text} of {Account}", text, account);
        using var values = logger.BeginScope(new Dictionary<string, object?> { ["token"] = token, [token] = items });
        logger.LogTrace(
            "a {Token} b {Account} c {Order} d {Items} e {Text} f {Number}", token, account, order?.Cards[0].Number, items, text, 7);
        logger.LogInformation($"inside {text}");
        logger.LogError(new LeakException(text), "failed with {Exception}", new LeakException(text));
    }
#pragma warning restore CA1848, CA1873, CA2254, TG0306
}
