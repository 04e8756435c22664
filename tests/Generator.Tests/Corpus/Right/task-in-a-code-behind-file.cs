// A component whose markup is generated, with the task in its own file.
/* Another source generator
namespace App.Pages
{
    public partial class Counter
    {
        private void BuildRenderTree() { }
    }
}
*/
namespace App.Pages
{
    public partial class Counter
    {
        [Task(Name = "counter.add")]
        public static void Add(int count) => Console.WriteLine(count);
    }
}
