using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Lets cancellations through a catch clause for everything.</summary>
public sealed class LetCancellationThroughCodeFixTests
{
    [Fact]
    public Task Adds_a_filter_and_what_it_needs() => CodeFixVerifier.VerifyAsync<LetCancellationThroughCodeFix>(
        "TG0304",
        """
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 60)]
            public async Task A(int id, CancellationToken cancellationToken)
            {
                try
                {
                    await Task.Delay(id, cancellationToken);
                }
                catch (System.Exception ex)
                {
                    System.Console.WriteLine(ex);
                }
            }

            [Task(SoftTimeLimitSeconds = 60)]
            public async Task B(int exception, CancellationToken cancellationToken)
            {
                try
                {
                    await Task.Delay(exception, cancellationToken);
                }
                catch (System.Exception) // All of it.
                {
                }
            }

            [Task(SoftTimeLimitSeconds = 60)]
            public async Task C(int id, CancellationToken cancellationToken)
            {
                try
                {
                    await Task.Delay(id, cancellationToken);
                }
                catch
                {
                }
            }
        }
        """,
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 60)]
            public async Task A(int id, CancellationToken cancellationToken)
            {
                try
                {
                    await Task.Delay(id, cancellationToken);
                }
                catch (System.Exception ex) when (ex is not OperationCanceledException)
                {
                    System.Console.WriteLine(ex);
                }
            }

            [Task(SoftTimeLimitSeconds = 60)]
            public async Task B(int exception, CancellationToken cancellationToken)
            {
                try
                {
                    await Task.Delay(exception, cancellationToken);
                }
                catch (System.Exception exception1) when (exception1 is not OperationCanceledException) // All of it.
                {
                }
            }

            [Task(SoftTimeLimitSeconds = 60)]
            public async Task C(int id, CancellationToken cancellationToken)
            {
                try
                {
                    await Task.Delay(id, cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                }
            }
        }
        """);

    [Fact]
    public Task Offers_nothing_for_a_catch_of_cancellations() => CodeFixVerifier.VerifyNoFixAsync<LetCancellationThroughCodeFix>(
        "TG0304",
        """
        using System.Threading; using System.Threading.Tasks; using TaskGen;
        internal sealed class Jobs
        {
            [Task(SoftTimeLimitSeconds = 60)]
            public async Task Run(CancellationToken token)
            {
                try { await Task.Delay(1, token); }
                catch (System.OperationCanceledException) { }
            }
        }
        """);
}
