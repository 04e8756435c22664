// A task in the @code block of a component, which the Razor compiler turns into C#.
/* Another source generator
namespace App.Pages
{
    public partial class Counter
    {
#line 5 "Counter.razor"
        [TaskGen.Task(Name = "counter.add")] public static void [|TG0024:Add|](int count) => global::System.Console.WriteLine(count);
#line default
        private void BuildRenderTree() { }
    }
}
*/
public static class CounterLog
{
    public static void Write(int count) => Console.WriteLine(count);
}
