using Greenprint.Quantities;

namespace Greenprint.Server;

/// <summary>Every finding of the program itself; each is explained in <c>docs/findings.md</c>.</summary>
public static class ServerFindings
{
    /// <summary>A port that another program holds.</summary>
    public static Finding PortTaken(int port, string? owner)
    {
        var by = owner is null ? "" : $"（{owner}）";
        return new("SRV-001", (
            $"端口 {port} 已被占用{by}。请停止占用它的程序，或换一个端口：./run.sh --port {port + 1}（即 --urls http://localhost:{port + 1}）。",
            $"Port {port} is taken{(owner is null ? "" : $" by {owner}")}. Stop that program, or take another port: ./run.sh --port {port + 1} (that is --urls http://localhost:{port + 1})."));
    }

    /// <summary>An address that is none.</summary>
    public static Finding NoUrl(string text) => new("SRV-002", (
        $"“{text}”不是监听地址。应写作 http://localhost:5080。",
        $"'{text}' is no address to listen on. Write it as http://localhost:5080."));

    /// <summary>The sample county on an address that others can reach.</summary>
    public static Finding DemoOnNetwork(string url) => new("SRV-003", (
        $"演示数据只在本机提供，不能监听 {url}。确需在网络上演示，请加 --allow-demo-network。",
        $"The sample county is served on this machine only, not on {url}. To show it on a network on purpose, add --allow-demo-network."));

    /// <summary><c>demo</c> on a store of real work.</summary>
    public static Finding NotADemoStore(string folder) => new("SRV-004", (
        $"{folder} 是正式数据目录，不会写入演示数据。请换一个目录：greenprint demo --data 另一目录。",
        $"{folder} holds real work; the sample county is not put into it. Take another folder: greenprint demo --data OTHER."));
}
