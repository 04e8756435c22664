// No instance, no services.
public static class MathTasks
{
    [Task(Name = "math.add")]
    public static int Add(int left, int right) => left + right;
}
