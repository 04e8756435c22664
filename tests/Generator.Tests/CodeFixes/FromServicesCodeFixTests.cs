using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Marks services with [FromServices].</summary>
public sealed class FromServicesCodeFixTests
{
    [Fact]
    public Task Marks_what_is_known_as_a_service() => CodeFixVerifier.VerifyAsync<FromServicesCodeFix>(
        "TG0101",
        """
        internal sealed class Jobs
        {
            [TaskGen.Task]
            public void A(int number, System.Net.Http.HttpClient http, System.IServiceProvider services) =>
                _ = (number, http, services);
        }
        """,
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [TaskGen.Task]
            public void A(int number, [FromServices] System.Net.Http.HttpClient http, [FromServices] System.IServiceProvider services) =>
                _ = (number, http, services);
        }
        """);

    [Fact]
    public Task Marks_an_interface_without_data() => CodeFixVerifier.VerifyAsync<FromServicesCodeFix>(
        "TG0102",
        """
        using TaskGen;

        internal interface IMailer { void Send(string to); }

        internal sealed class Jobs
        {
            [Task]
            public void A(IMailer mailer, string to) => mailer.Send(to);
        }
        """,
        """
        using TaskGen;

        internal interface IMailer { void Send(string to); }

        internal sealed class Jobs
        {
            [Task]
            public void A([FromServices] IMailer mailer, string to) => mailer.Send(to);
        }
        """);

    [Fact]
    public Task Offers_nothing_for_what_is_no_service() => CodeFixVerifier.VerifyNoFixAsync<FromServicesCodeFix>(
        "TG0101", "internal sealed class Jobs { [TaskGen.Task] public void A(System.IO.Stream data) => _ = data; }");
}
