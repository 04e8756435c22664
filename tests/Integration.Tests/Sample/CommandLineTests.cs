using TaskGen.Servers;

namespace Integration.Tests;

public sealed class CommandLineTests
{
    private const int Usage = 2;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TaskGen.Sample.dll");

    [Theory]
    [InlineData("enqueue users", "'enqueue users' shares its tasks with other processes")]
    [InlineData("enqueue --redis localhost:1", "'enqueue' shares its data with other processes")]
    [InlineData("worker --sqlite a.db", "'worker' shares its tasks with other processes")]
    [InlineData("enqueue users --redis localhost:1 --sqlite a.db --operation Promote", "Promote")]
    [InlineData("enqueue users --redis localhost:1 --sqlite a.db --users 0", "--users must be a number between 1 and 10000")]
    [InlineData("--smtp localhost", "--smtp must be the name and port of an SMTP server")]
    [InlineData("--smtp localhost:70000", "--smtp must be the name and port of an SMTP server")]
    [InlineData("--smtp localhost:25 --mail here", "Specify only one of them")]
    public async Task What_cannot_be_is_named_and_nothing_is_started(string arguments, string said)
    {
        await using var sample = ChildProcess.StartDotnet(Program, arguments.Split(' '));
        Assert.Equal(Usage, await sample.WaitForExitAsync(Limits.Long));
        await sample.OutputEnded.WaitAsync(Limits.Long);
        Assert.Contains(sample.Lines, line => line.Contains(said, StringComparison.Ordinal));
    }
}
