using System.Globalization;

namespace Broker.Conformance;

/// <summary>What the scripts of one operation took, in microseconds.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Scripts">How many scripts were run.</param>
/// <param name="Worst">The most that any of its calls took in the fastest of its rounds; 0: too little to be noted.</param>
/// <param name="Mean">The mean of its scripts over all rounds, the smaller of two measures: see <see cref="ScriptStopwatch"/>.</param>
/// <param name="Noted">In how many calls a SLOWLOG with the limit as its threshold noted something, waits for a processor included.</param>
internal sealed record ScriptTimes(string Operation, long Scripts, long Worst, long Mean, int Noted)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Operation,-50} worst {Worst,6} us, mean {Mean,6} us, {Scripts,4} scripts, {Noted,3} calls noted");
}
