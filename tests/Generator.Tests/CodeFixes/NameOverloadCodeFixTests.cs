using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Gives overloads names of their own.</summary>
public sealed class NameOverloadCodeFixTests
{
    [Fact]
    public Task Names_overloads_after_their_parameters() => CodeFixVerifier.VerifyAsync<NameOverloadCodeFix>(
        "TG0006",
        """
        using System.Threading;
        using TaskGen;

        internal sealed class Mail
        {
            [Task]
            public void Send() { }

            [Task(Queue = "slow", Retry = 1)]
            public void Send(string text, CancellationToken token) { }

            [Task()]
            public void SendAsync(string text, bool html) { }
        }
        """,
        """
        using System.Threading;
        using TaskGen;

        internal sealed class Mail
        {
            [Task(Name = "Mail.Send")]
            public void Send() { }

            [Task(Name = "Mail.SendText", Queue = "slow", Retry = 1)]
            public void Send(string text, CancellationToken token) { }

            [Task(Name = "Mail.SendTextHtml")]
            public void SendAsync(string text, bool html) { }
        }
        """);

    [Fact]
    public Task Names_overloads_after_the_types_where_the_parameters_are_called_the_same() =>
        CodeFixVerifier.VerifyAsync<NameOverloadCodeFix>(
            "TG0006",
            """
            using System;
            using System.Collections.Generic;
            using TaskGen;

            internal static class Mail
            {
                internal sealed class Inner
                {
                    [Task]
                    public void Send(int id) { }

                    [Task]
                    public void Send(Guid id) { }

                    [Task]
                    public void Send(List<int?> id) { }

                    [Task]
                    public void Send(string[] id) { }
                }
            }
            """,
            """
            using System;
            using System.Collections.Generic;
            using TaskGen;

            internal static class Mail
            {
                internal sealed class Inner
                {
                    [Task(Name = "Mail.Inner.SendInt32")]
                    public void Send(int id) { }

                    [Task(Name = "Mail.Inner.SendGuid")]
                    public void Send(Guid id) { }

                    [Task(Name = "Mail.Inner.SendListNullableInt32")]
                    public void Send(List<int?> id) { }

                    [Task(Name = "Mail.Inner.SendStringArray")]
                    public void Send(string[] id) { }
                }
            }
            """);

    [Fact]
    public Task Names_overloads_after_the_types_where_another_task_has_the_name() => CodeFixVerifier.VerifyAsync<NameOverloadCodeFix>(
        "TG0006",
        """
        using TaskGen;

        internal sealed class Mail
        {
            [Task]
            public void Send(string text) { }

            [Task]
            public void Send(string text, bool html) { }

            [Task(Name = "mail.SendText")]
            public void Send(int number) { }
        }
        """,
        """
        using TaskGen;

        internal sealed class Mail
        {
            [Task(Name = "Mail.SendString")]
            public void Send(string text) { }

            [Task(Name = "Mail.SendStringBoolean")]
            public void Send(string text, bool html) { }

            [Task(Name = "mail.SendText")]
            public void Send(int number) { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_other_tasks_have_all_the_names() => CodeFixVerifier.VerifyNoFixAsync<NameOverloadCodeFix>(
        "TG0006",
        """
        using TaskGen;

        internal sealed class Mail
        {
            [Task]
            public void Send(string text) { }

            [Task]
            public void Send() { }

            [Task]
            public void SendText() { }

            [Task]
            public void SendString() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_name_is_given_already() => CodeFixVerifier.VerifyNoFixAsync<NameOverloadCodeFix>(
        "TG0006",
        """
        using TaskGen;

        internal sealed class Mail
        {
            [Task(Name = "mail.--")]
            public void Send(string text) { }

            [Task(Name = "mail.send")]
            public void Send() { }
        }
        """);
}
