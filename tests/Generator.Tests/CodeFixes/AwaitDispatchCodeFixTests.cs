using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Awaits a dispatch.</summary>
public sealed class AwaitDispatchCodeFixTests
{
    private const string Mails =
        """

        internal sealed class Mails
        {
            [Task]
            public void Send(string to) { }
        }
        """;

    [Fact]
    public Task Awaits_instead_of_discarding() => CodeFixVerifier.VerifyAsync<AwaitDispatchCodeFix>(
        "TG0300",
        """
        using System;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Shop(MailsClient mails)
        {
            public event Func<string, Task>? Ordered;

            public async Task OrderAsync()
            {
                // The first one.
                _ = mails.Send.DelayAsync("a");
                _ = mails.Send.DelayAsync("b").ConfigureAwait(false); // The second one.
                Ordered += async to => _ = mails.Send.DelayAsync(to);
                await Ordered("c");
            }

            public static async Task OrderMoreAsync(MailsClient mails)
            {
                var _ = mails.Send.DelayAsync("a");
                await Task.Yield();
            }
        }

        """ + Mails,
        """
        using System;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Shop(MailsClient mails)
        {
            public event Func<string, Task>? Ordered;

            public async Task OrderAsync()
            {
                // The first one.
                await mails.Send.DelayAsync("a");
                await mails.Send.DelayAsync("b").ConfigureAwait(false); // The second one.
                Ordered += async to => await mails.Send.DelayAsync(to);
                await Ordered("c");
            }

            public static async Task OrderMoreAsync(MailsClient mails)
            {
                await mails.Send.DelayAsync("a");
                await Task.Yield();
            }
        }

        """ + Mails);

    [Fact]
    public Task Awaits_in_a_program() => CodeFixVerifier.VerifyAsync<AwaitDispatchCodeFix>(
        "TG0300",
        """
        using TaskGen;

        ITaskClient client = null!;
        new MailsClient(client).Send.DelayAsync("a");

        """ + Mails,
        """
        using TaskGen;

        ITaskClient client = null!;
        await new MailsClient(client).Send.DelayAsync("a");

        """ + Mails,
        setup: new AnalyzerSetup { Kind = OutputKind.ConsoleApplication });

    [Theory]
    [InlineData("public void Order() => mails.Send.DelayAsync(\"a\");")]
    [InlineData("public System.Action Order() => () => mails.Send.DelayAsync(\"a\");")]
    [InlineData(
        "public async System.Threading.Tasks.Task Order() { lock (this) { _ = mails.Send.DelayAsync(\"a\"); } "
            + "await System.Threading.Tasks.Task.Yield(); }")]
    [InlineData(
        "public async System.Threading.Tasks.Task Order(ITaskClient? client) { _ = client?.Mails.Send.DelayAsync(\"a\"); "
            + "await System.Threading.Tasks.Task.Yield(); }")]
    public Task Offers_nothing_where_callers_would_have_to_change_or_await_may_not_stand(string member) =>
        CodeFixVerifier.VerifyNoFixAsync<AwaitDispatchCodeFix>(
            "TG0300", $"using TaskGen;\ninternal sealed class Shop(MailsClient mails) {{ {member} }}\n{Mails}");
}
