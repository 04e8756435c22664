using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks with arguments and results of several kinds.</summary>
/// <param name="probe">Told of what returns nothing.</param>
public sealed class PowerTasks(Probe probe)
{
    [Task(Name = "patterns.power")]
    public static double Power(double value, int exponent = 2) => Math.Pow(value, exponent);

    [Task(Name = "patterns.move")]
    public static ValueTask<Point?> Move(Point? point, (int X, int Y) by) =>
        new(point is null ? null : new Point(point.X + by.X, point.Y + by.Y));

    [Task(Name = "patterns.note")]
    public void Note(params string[] words) => probe.Mark(string.Join(' ', words));
}
