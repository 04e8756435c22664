using System.Runtime.CompilerServices;

namespace Generator.Tests.Support;

/// <summary>
/// Compares text with a verified file. A difference leaves the text beside it as received: look at it, and rename it where it is right.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string test = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(test)!, "Snapshots");
        var verified = Path.Combine(folder, name + ".verified.cs");
        var received = Path.Combine(folder, name + ".received.cs");
        var actual = text.ReplaceLineEndings("\n");
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, actual);
        Assert.Fail($"{name} is not as verified. Compare {received} with {verified}.");
    }
}
