package io.hartonomous.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.project.ExpandedScript.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deployment scripts with their includes. The expected texts are those that the reference compiler
/// (DacFx 170.5.96) puts into a package.
class DeploymentScriptsTest {
  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void project() throws IOException {
    folder = Files.createDirectories(parent.resolve("p/Scripts/sub")).getParent().getParent();
    Files.writeString(
        folder.resolve("p.sqlproj"),
        """
        <Project Sdk="Microsoft.Build.Sql"><ItemGroup>
          <Build Remove="Scripts/**/*.sql" />
          <PostDeploy Include="Scripts/Post.sql" />
        </ItemGroup></Project>
        """);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve("Scripts").resolve(name), text);
  }

  private ExpandedScript expanded(String post) throws Exception {
    file("Post.sql", post);
    return DeploymentScripts.postDeployment(ProjectReader.read(folder)).orElseThrow();
  }

  @Test
  void putsIncludesInPlace() throws Exception {
    file("one.sql", "PRINT 'in one';\n");
    file("sub/two.sql", "PRINT 'in two';\n:r three.sql\nPRINT 'after three';");
    file("sub/three.sql", "PRINT 'three';");
    file("three.sql", "PRINT 'three beside post';");
    ExpandedScript script =
        expanded(
            "PRINT 'one';\n:r one.sql\nPRINT 'two';\n:r sub/two.sql\n:r \"one.sql\"\nPRINT 'end';");
    assertThat(script.text())
        .isEqualTo(
            "PRINT 'one';\nPRINT 'in one';\n\r\nPRINT 'two';\nPRINT 'in two';\n"
                + "PRINT 'three';\r\nPRINT 'after three';\r\nPRINT 'in one';\n\r\n"
                + "PRINT 'end';\nGO\n");
    assertThat(script.place(1)).isEqualTo(new Place("Scripts/Post.sql", 1));
    assertThat(script.place(2)).isEqualTo(new Place("Scripts/one.sql", 1));
    assertThat(script.place(4)).isEqualTo(new Place("Scripts/Post.sql", 3));
    assertThat(script.place(5)).isEqualTo(new Place("Scripts/sub/two.sql", 1));
    assertThat(script.place(6)).isEqualTo(new Place("Scripts/sub/three.sql", 1));
    assertThat(script.place(7)).isEqualTo(new Place("Scripts/sub/two.sql", 3));
    assertThat(script.place(8)).isEqualTo(new Place("Scripts/one.sql", 1));
    assertThat(script.place(10)).isEqualTo(new Place("Scripts/Post.sql", 6));
  }

  @Test
  void endsWithGo() throws Exception {
    assertThat(expanded("PRINT 'x';").text()).isEqualTo("PRINT 'x';\nGO\n");
    assertThat(expanded("PRINT 'x';\r\n").text()).isEqualTo("PRINT 'x';\r\nGO\n");
    assertThat(expanded("PRINT 'x';\nGO\n").text()).isEqualTo("PRINT 'x';\nGO\n");
    assertThat(expanded("PRINT 'x';\nGO\n-- end").text()).isEqualTo("PRINT 'x';\nGO\n-- end\nGO\n");
    assertThat(expanded("").text()).isEmpty();
  }

  @Test
  void readsNoIncludeInsideAComment() throws Exception {
    String text = "PRINT 'x'; /* \n:r nothing.sql \n*/ PRINT 'z'\n";
    assertThat(expanded(text).text()).isEqualTo(text + "GO\n");
  }

  @Test
  void refusesWhatCannotBeIncluded() throws IOException {
    refused(":r missing.sql\n", "Scripts/missing.sql does not exist");
    refused(":r Post.sql\n", "Scripts/Post.sql includes itself");
    refused(":r $(Nowhere)\n", "Scripts/Post.sql(1,4): the SQLCMD variable Nowhere has no value");
  }

  @Test
  void refusesACircleOfTwo() throws IOException {
    file("a.sql", ":r b.sql\n");
    file("b.sql", ":r a.sql\n");
    refused(":r a.sql\n", "Scripts/a.sql includes itself");
  }

  /// Scripts that several projects share lie beside them.
  @Test
  void includesFromOutside() throws Exception {
    Files.writeString(parent.resolve("outside.sql"), "PRINT 'shared';");
    assertThat(expanded(":r ../../outside.sql\n").text()).isEqualTo("PRINT 'shared';\r\nGO\n");
    file("one.sql", "PRINT 1;\n");
    assertThat(expanded(":setvar Name one\n:R $(Name).sql -- shared\n").text())
        .isEqualTo(":setvar Name \"one\"\nPRINT 1;\n\r\nGO\n");
  }

  @Test
  void putsVariablesBeforeTheirBatch() throws Exception {
    assertThat(expanded("PRINT 1;\n  :SETVAR  X  a,b -- c\nGO\n:setvar Y\n").text())
        .isEqualTo(":setvar X \"a,b\"\nPRINT 1;\nGO\n:setvar Y\n");
    assertThat(expanded(":setvar X \"a \"\" b\"\nGO\nPRINT '$(x)';").text())
        .isEqualTo(":setvar X \"a \"\" b\"\nGO\nPRINT '$(x)';\nGO\n");
    ExpandedScript script = expanded("PRINT 1;\nPRINT 2;\n:setvar X 1\nPRINT 3;\n");
    assertThat(script.place(1)).isEqualTo(new Place("Scripts/Post.sql", 3));
    assertThat(script.place(2)).isEqualTo(new Place("Scripts/Post.sql", 1));
    assertThat(script.place(4)).isEqualTo(new Place("Scripts/Post.sql", 4));
  }

  @Test
  void writesGoInOneWay() throws Exception {
    assertThat(expanded("PRINT 1;\r\n  go -- x\r\nPRINT 2\nGo 05\nGO\nGO;\n").text())
        .isEqualTo("PRINT 1;\r\nGO\nPRINT 2\nGO 5\nGO\nGO;\nGO\n");
    assertThat(expanded("PRINT '\nGO\n';\n/* x */ GO\n[\nGO\n] : \n").findings()).hasSize(1);
  }

  @Test
  void findsWhatIsWrongWhereTheReferenceDoes() throws Exception {
    finds(":on error exit\nSELECT FROM;\n", "Scripts/Post.sql(1,1) SQL72006");
    finds(":on error exit\n :quit\n", "Scripts/Post.sql(2,2) SQL72006");
    finds("PRINT 1;\nGO x\n", "Scripts/Post.sql(2,4) SQL72006");
    finds(":setvar X a b\n", "Scripts/Post.sql(1,13) SQL72006");
    finds(":setvar 1X 5\n", "Scripts/Post.sql(1,9) SQL72006");
    finds(":r\n", "Scripts/Post.sql(1,3) SQL72006");
    finds("PRINT 1; PRINT 'abc;\n", "Scripts/Post.sql(1,1) SQL72006");
    finds("PRINT 1; /* a /* b */ c", "Scripts/Post.sql(1,10) SQL72006");
    finds("PRINT '$(Now where)';", "Scripts/Post.sql(1,8) SQL72006");
    finds(":foo bar\n", "Scripts/Post.sql(1,1) SQL72007");
    finds(
        "PRINT '$(N)$(n)';\nGO\nSELECT FROM;\n",
        "Scripts/Post.sql(1,8) SQL72008",
        "Scripts/Post.sql(3,8) SQL72007");
    finds("PRINT 1;\nBEGIN\nPRINT 2;\nGO\nPRINT 3;\n", "Scripts/Post.sql(4,1) SQL72007");
    finds(":setvar C \"SELECT FROM\"\n$(C);\n", "Scripts/Post.sql(2,1) SQL72007");
    finds(":setvar N 12345\nSELECT $(N) FROM FROM;\n", "Scripts/Post.sql(2,18) SQL72007");
    finds(
        "SELECT 1 AS [$(Nowhere)];\n",
        "Scripts/Post.sql(1,14) SQL72008",
        "Scripts/Post.sql(1,14) SQL72007");
    finds("-- $(Nowhere)\nUSE [$(DatabaseName)];\nPRINT $(DefaultDataPath);\n");
  }

  @Test
  void findsInTheIncludedFile() throws Exception {
    file("bad.sql", "PRINT 'x';\nSELECT FROM;\n");
    finds("PRINT 1;\n:r bad.sql\nPRINT 2;\n", "Scripts/bad.sql(2,8) SQL72007");
    file("open.sql", "SELECT 1 +");
    finds(":r open.sql\nGO\n", "Scripts/open.sql(2,1) SQL72007");
    file("unclosed.sql", "/* a\n");
    finds(":r unclosed.sql\n*/ PRINT 1;\n", "Scripts/unclosed.sql(1,1) SQL72006");
  }

  private void finds(String post, String... expected) throws Exception {
    assertThat(expanded(post).findings())
        .extracting(
            d -> d.at().path() + "(" + d.at().line() + "," + d.at().column() + ") " + d.code().id())
        .containsExactly(expected);
  }

  private void refused(String post, String message) {
    assertThatThrownBy(() -> expanded(post))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining(message);
  }
}
