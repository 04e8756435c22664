using System.Runtime.InteropServices;

namespace TaskGen.Servers;

/// <summary>Sends signals by process id. Linux and macOS number two of them differently.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Quit = 3;
    public const int Terminate = 15;

    public static int Stop { get; } = OperatingSystem.IsMacOS() ? 17 : 19;

    public static int Continue { get; } = OperatingSystem.IsMacOS() ? 19 : 18;

    /// <summary>False when there is no such process any more.</summary>
    public static bool Send(int processId, int signal)
    {
        // 0 and below would name process groups.
        ArgumentOutOfRangeException.ThrowIfLessThan(processId, 2);
        return SendNative(processId, signal) == 0;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendNative(int processId, int signal);
}
