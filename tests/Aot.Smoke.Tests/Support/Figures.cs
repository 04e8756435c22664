using Xunit.Abstractions;

namespace Aot.Smoke.Tests.Support;

/// <summary>What was measured, for readers of a log: nothing is asserted about it, since a busy machine would break the build.</summary>
internal static class Figures
{
    /// <summary>
    /// Names a file that is added to; <c>./test.sh</c> prints it, for the test runner keeps what a passing test says to itself.
    /// </summary>
    private const string FileVariable = "TASKGEN_TEST_FIGURES";

    public static void Write(ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}
