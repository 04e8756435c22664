using TaskGen.Servers;

namespace Integration.Tests;

public sealed class CommandLineTests
{
    private const int Usage = 2;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TaskGen.Sample.dll");

    [Theory]
    [InlineData("enqueue users", "'enqueue users' is a process of its own and meets the others in Redis")]
    [InlineData("enqueue --redis localhost:1", "'enqueue' is a process of its own and shares its data")]
    [InlineData("worker --sqlite a.db", "'worker' is a process of its own and meets the others in Redis")]
    [InlineData("enqueue users --redis localhost:1 --sqlite a.db --operation Promote", "Promote")]
    [InlineData("enqueue users --redis localhost:1 --sqlite a.db --users 0", "--users must be a number from 1 to 10000")]
    [InlineData("--smtp localhost", "--smtp is not the name and port of an SMTP server")]
    [InlineData("--smtp localhost:70000", "--smtp is not the name and port of an SMTP server")]
    [InlineData("--smtp localhost:25 --mail here", "give one of them")]
    public async Task What_cannot_be_is_named_and_nothing_is_started(string arguments, string said)
    {
        await using var sample = ChildProcess.StartDotnet(Program, arguments.Split(' '));
        Assert.Equal(Usage, await sample.WaitForExitAsync(Limits.Long));
        await sample.OutputEnded.WaitAsync(Limits.Long);
        Assert.Contains(sample.Lines, line => line.Contains(said, StringComparison.Ordinal));
    }
}
